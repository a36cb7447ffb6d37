package org.tocsin.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.reference.Loaded.ACTORS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorsInTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ISIS is gone                                      | ISIS=islamic-state
            Isis and Nato said                                | Isis=islamic-state, Nato=nato
            Let us see: this is what it is: Is it             |
            IS fighters withdrew                              | IS fighters=islamic-state
            WAR IS OVER                                       |
            THE WAR IS OVER, SDF SAY                          | SDF=syrian-democratic-forces
            Islamic State's capital                           | Islamic State=islamic-state
            Islamic State's fighters                          | Islamic State's fighters=islamic-state
            the al-Qaeda in the Arabian Peninsula branch      | al-Qaeda in the Arabian Peninsula=al-qaeda-in-the-arabian-peninsula
            Kurdish peshmerga forces held                     | Kurdish peshmerga forces=peshmerga
            the peshmerga held                                | peshmerga=peshmerga
            Iraqi forces retook                               | Iraqi forces=armed-forces-of-iq
            Iraqi government forces and Iraq's army           | Iraqi government forces=armed-forces-of-iq, Iraq's army=armed-forces-of-iq
            Iraqi Security Forces                             | Iraqi Security Forces=armed-forces-of-iq
            Ukraine's General Staff                           | Ukraine's General Staff=armed-forces-of-ua
            the Armed Forces of the Democratic Republic of the Congo | Armed Forces of the Democratic Republic of the Congo=armed-forces-of-cd
            Congolese army soldiers                           | Congolese army soldiers=armed-forces-of-cd/armed-forces-of-cg
            U.S. warplanes                                    | U.S. warplanes=armed-forces-of-us
            Kyiv's forces and the Kyiv government             | Kyiv's forces=armed-forces-of-ua, Kyiv government=government-of-ua
            Kyiv police and Baghdad residents                 |
            pro-Iraqi forces, Iraqi-backed forces             |
            Turkish-backed Syrian National Army               | Turkish-backed Syrian National Army=syrian-national-army
            the Free Syrian Army and the Syrian army          | Free Syrian Army=free-syrian-army, Syrian army=armed-forces-of-sy
            Iraqi officials said                              | Iraqi officials=government-of-iq
            Sanaa government                                  | Sanaa government=houthis
            Russian-backed separatists                        | Russian-backed separatists=donetsk-people-s-republic/luhansk-people-s-republic
            junta troops                                      | junta troops=armed-forces-of-mm/armed-forces-of-ml/armed-forces-of-bf/armed-forces-of-ne
            Iraq and Iraqi cities                             |
            """)
    void actorsAreFoundWhereTheyAreNamed(String text, String expected) {
        assertEquals(expected == null ? "" : expected, String.join(", ", actorsIn(text)));
    }

    private static List<String> actorsIn(String text) {
        List<String> names = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            var match = ACTORS.longestAt(text, i);
            match.ifPresent(found -> names.add(text.substring(found.start(), found.end()) + "="
                    + found.candidates().stream().map(Actor::id).collect(Collectors.joining("/"))));
            i = match.map(Actors.Match::end).orElse(i + 1);
        }
        return names;
    }
}
