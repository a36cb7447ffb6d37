package org.tocsin.events.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BaselineCsvTest {
    @Test
    void aFileIsReadHoweverSpreadsheetsWriteIt() {
        List<BaselineCsv.Line> lines = List.of(
                new BaselineCsv.Line("lines[2]", "UA.14", Optional.of("government-of-ru")),
                new BaselineCsv.Line("lines[4]", "706448", Optional.empty()));
        for (String text : List.of(
                "scope,holder\nUA.14,government-of-ru\n\n706448,",
                "\uFEFFscope,holder\r\nUA.14,government-of-ru\r\n\r\n706448,\r\n",
                "\"scope\",\"holder\"\r\"UA.14\" , \"government-of-ru\"\r \r\"706448\",\"\"\r")) {
            assertEquals(new BaselineCsv.Parsed(lines, List.of()), BaselineCsv.parse(text));
        }
    }

    @Test
    void everyLineThatCannotBeReadIsNamed() {
        BaselineCsv.Parsed parsed = BaselineCsv.parse("holder,scope\nUA\nUA;x\nUA,x,y\nUA,\"x\"\"\n\"a,b\",c\nUA,x");
        assertEquals(
                List.of("lines[1]", "lines[2]", "lines[3]", "lines[4]", "lines[5]", "lines[6]"),
                parsed.errors().stream().map(error -> error.field()).toList());
        assertEquals(1, parsed.lines().size());
        assertEquals(1, BaselineCsv.parse("").errors().size());
    }

    @Test
    void whatIsWrittenIsRead() {
        TreeMap<String, Optional<String>> holders =
                new TreeMap<>(java.util.Map.of("UA.14", Optional.of("government-of-ru"), "706448", Optional.empty()));
        String text = BaselineCsv.of(holders);
        assertEquals("scope,holder\r\n706448,\r\nUA.14,government-of-ru\r\n", text);
        assertEquals(2, BaselineCsv.parse(text).lines().size());
    }
}
