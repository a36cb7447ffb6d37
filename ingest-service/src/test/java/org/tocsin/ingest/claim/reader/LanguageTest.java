package org.tocsin.ingest.claim.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.ingest.claim.Reading;
import org.tocsin.ingest.claim.Text;

class LanguageTest {
    private static final Instant PUBLISHED = Instant.parse("2014-06-16T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Die Armee hat nach eigenen Angaben die Stadt Mossul von der Terrormiliz zurückerobert und mehrere Dörfer besetzt.",
                "fr | Les rebelles du M23 ont pris la ville de Goma dans la nuit de dimanche à lundi, selon des habitants.",
                "es | Los rebeldes tomaron la ciudad de Alepo el domingo, según fuentes del gobierno y de la oposición.",
                "ru | Боевики захватили город Мосул на севере Ирака, сообщили местные власти в воскресенье вечером.",
                "ar | سيطر المسلحون على مدينة الموصل شمال العراق بعد انسحاب الجيش منها يوم الثلاثاء"
            })
    void foreignTextsGiveNoClaimsAndSayTheirLanguage(String language, String text) {
        assertEquals(new Reading(language, List.of()), Shared.READER.read(new Text("", text, PUBLISHED)));
    }

    @ParameterizedTest
    @CsvSource({"ISIS seizes Mosul", "Militants seized Mosul.", "Taliban capture Kandahar", "Rebels take Goma"})
    void shortEnglishHeadlinesAreEnglish(String title) {
        assertEquals("en", Shared.READER.read(new Text(title, "", PUBLISHED)).language());
    }
}
