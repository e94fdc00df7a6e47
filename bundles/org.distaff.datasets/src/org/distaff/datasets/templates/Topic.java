package org.distaff.datasets.templates;

import java.util.Arrays;
import java.util.List;

/**
 * The words that belong to a topic and to no other one.
 *
 * @param name    of the topic
 * @param agents  who does something: singular, plural
 * @param verbs   what they do: base form, third person singular, past
 * @param objects what they do it to
 * @param places  where
 */
record Topic(String name, List<String[]> agents, List<String[]> verbs, List<String> objects, List<String> places) {

    static final List<Topic> ALL = List.of(
            topic("food", "chef chefs|waiter waiters|baker bakers|cook cooks|butcher butchers|brewer brewers",
                    "roast roasts roasted|serve serves served|season seasons seasoned|taste tastes tasted|fry fries fried",
                    "soup bread fish cheese salad dessert stew rice", "kitchen bistro bakery"),
            topic("travel", "tourist tourists|pilot pilots|guide guides|sailor sailors|driver drivers|hiker hikers",
                    "visit visits visited|explore explores explored|cross crosses crossed|photograph photographs "
                            + "photographed|reach reaches reached",
                    "island castle harbour desert border coast valley bridge", "airport hostel station"),
            topic("sport", "runner runners|goalkeeper goalkeepers|swimmer swimmers|coach coaches|striker strikers"
                    + "|referee referees",
                    "win wins won|lose loses lost|train trains trained|defend defends defended|practise practises practised",
                    "match race title penalty medal tournament sprint relay", "stadium gym pool"),
            topic("music", "singer singers|drummer drummers|pianist pianists|composer composers|violinist violinists"
                    + "|conductor conductors",
                    "play plays played|record records recorded|rehearse rehearses rehearsed|compose composes composed"
                            + "|perform performs performed",
                    "song symphony melody concerto album waltz anthem duet", "studio opera club"),
            topic("garden", "gardener gardeners|farmer farmers|florist florists|beekeeper beekeepers|forester foresters"
                    + "|botanist botanists",
                    "plant plants planted|water waters watered|prune prunes pruned|harvest harvests harvested"
                            + "|grow grows grew",
                    "roses hedge orchard wheat lawn tulips pumpkins vines", "greenhouse meadow field"),
            topic("office", "manager managers|accountant accountants|clerk clerks|lawyer lawyers|secretary secretaries"
                    + "|analyst analysts",
                    "sign signs signed|review reviews reviewed|print prints printed|present presents presented"
                            + "|approve approves approved",
                    "contract budget report invoice schedule proposal memo forecast", "office meeting archive"),
            topic("health", "doctor doctors|nurse nurses|surgeon surgeons|dentist dentists|pharmacist pharmacists"
                    + "|therapist therapists",
                    "treat treats treated|examine examines examined|diagnose diagnoses diagnosed|bandage bandages bandaged"
                            + "|monitor monitors monitored",
                    "patient wound fever fracture infection cough toothache allergy", "hospital ward clinic"),
            topic("science", "chemist chemists|physicist physicists|astronomer astronomers|biologist biologists"
                    + "|engineer engineers|student students",
                    "measure measures measured|observe observes observed|predict predicts predicted|model models modelled"
                            + "|simulate simulates simulated",
                    "reaction comet galaxy molecule orbit neutron enzyme magnet", "laboratory observatory library"));

    private static Topic topic(String name, String agents, String verbs, String objects, String places) {
        return new Topic(name, forms(agents), forms(verbs), List.of(objects.split(" ")), List.of(places.split(" ")));
    }

    private static List<String[]> forms(String words) {
        return Arrays.stream(words.split("[|]")).map(word -> word.split(" ")).toList();
    }
}
