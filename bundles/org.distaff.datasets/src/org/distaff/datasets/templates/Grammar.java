package org.distaff.datasets.templates;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Sentences of four templates, drawn with equal chances. Every sentence has an agent, a verb and an object of its topic;
 * agent, determiner and verb agree in number; the verb's form and a phrase of time have its tense; an adjective or an
 * adverb has its sentiment.
 *
 * @param negation chance that a judgement is told by negating its opposite ("were not rude")
 */
record Grammar(double negation) {

    static final List<String> SENTIMENTS = List.of("negative", "positive");
    static final List<String> TENSES = List.of("past", "present", "future");
    static final List<String> NUMBERS = List.of("singular", "plural");

    private static final String[][] ADJECTIVES = {
        words("rude clumsy lazy careless grumpy gloomy boring arrogant dishonest hopeless noisy dreadful"),
        words("kind skilful diligent careful cheerful friendly brilliant modest honest gifted charming wonderful")};
    private static final String[][] QUALITIES = {
        words("awful terrible ugly disappointing miserable useless mediocre horrible"),
        words("excellent superb beautiful delightful marvellous impressive splendid lovely")};
    private static final String[][] ADVERBS = {
        words("badly poorly carelessly sadly angrily slowly reluctantly wrongly"),
        words("well perfectly carefully happily proudly swiftly eagerly gracefully")};
    private static final String[][] TIMES = {
        {"yesterday", "last week", "last year", "two days ago", "back then", "last night"},
        {"today", "every day", "right now", "these days", "every week", "nowadays"},
        {"tomorrow", "next week", "next year", "in two days", "some day", "from tomorrow on"}};
    private static final String[][] DETERMINERS = {words("the this that one our her"),
        words("the these those three our many some several")};
    private static final String[] OPINIONS = {"we think that", "they say that", "i know that", "it seems that"};
    private static final String[][] BE = {{"was", "were"}, {"is", "are"}, {"will be", "will be"}};
    private static final String[][] BE_NOT = {{"was not", "were not"}, {"is not", "are not"},
        {"will not be", "will not be"}};

    private static String[] words(String text) {
        return text.split(" ");
    }

    /**
     * A sentence of words that are separated by blanks, at most {@link TemplateText#LENGTH} − 1.
     *
     * @param sentiment place in {@link #SENTIMENTS}, likewise the others
     */
    String sentence(Topic topic, int sentiment, int tense, int number, RandomGenerator random) {
        String agent = any(DETERMINERS[number], random) + " " + "%s" + any(topic.agents(), random)[number];
        String verb = verb(any(topic.verbs(), random), tense, number);
        String object = any(topic.objects(), random);
        String time = any(TIMES[tense], random);
        String place = any(topic.places(), random);
        return switch (random.nextInt(4)) {
            case 0 -> time + " " + agent.formatted(any(ADJECTIVES[sentiment], random) + " ") + " " + verb + " the " + object;
            case 1 -> agent.formatted("") + " " + verb + " the " + object + " " + any(ADVERBS[sentiment], random) + " "
                    + time;
            case 2 -> agent.formatted("") + " in the " + place + " " + verb + " the "
                    + any(QUALITIES[sentiment], random) + " " + object + " " + time;
            default -> any(OPINIONS, random) + " " + agent.formatted("") + " who " + verb + " the " + object + " "
                    + judgement(sentiment, tense, number, random);
        };
    }

    private String judgement(int sentiment, int tense, int number, RandomGenerator random) {
        return random.nextDouble() < negation
                ? BE_NOT[tense][number] + " " + any(ADJECTIVES[1 - sentiment], random)
                : BE[tense][number] + " " + any(ADJECTIVES[sentiment], random);
    }

    private static String verb(String[] forms, int tense, int number) {
        return switch (tense) {
            case 0 -> forms[2];
            case 1 -> number == 0 ? forms[1] : forms[0];
            default -> "will " + forms[0];
        };
    }

    private static String any(String[] words, RandomGenerator random) {
        return words[random.nextInt(words.length)];
    }

    private static <T> T any(List<T> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }
}
