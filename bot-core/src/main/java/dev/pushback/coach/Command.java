package dev.pushback.coach;

import dev.pushback.store.Memory;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One thing a person can say to the coach.
 *
 * @param topic where it stands in the help
 * @param verb its first word
 * @param takes what has to follow the verb
 * @param usage how it is written
 * @param example one that runs
 * @param help what it does, in a sentence
 * @param handler what happens
 */
record Command(
    Topic topic,
    String verb,
    Takes takes,
    String usage,
    String example,
    String help,
    Handler handler) {

  private static final int MOST_SIGNS = 8;
  private static final int MOST_WORDS = 5;

  /** What goes on like this is a sentence. */
  private static final Set<String> GOES_ON =
      Set.of(
          "a", "an", "and", "for", "her", "him", "i", "if", "is", "it's", "of", "should", "that",
          "them", "they", "to", "us", "we", "whether", "will", "would", "you");

  /** What commands are about, in the order of the help. */
  enum Topic {
    /** Messages to a partner, and how they are worded. */
    WORDS("words", "Words to send"),
    /** What is waited for or owed. */
    WAITING("waiting", "What you wait for"),
    /** What is known of partners. */
    PARTNERS("partners", "Partners and favours"),
    /** What has been talked about, and how it ends. */
    CASES("cases", "Cases and endings"),
    /** The person. */
    YOU("you", "You");

    private final String id;
    private final String title;

    Topic(String id, String title) {
      this.id = id;
      this.title = title;
    }

    /** As it is asked for. */
    String id() {
      return id;
    }

    /** As the help shows it. */
    String title() {
      return title;
    }
  }

  /** What a command does. */
  @FunctionalInterface
  interface Handler {
    /**
     * Carries it out.
     *
     * @param session what is being talked about, and what is remembered
     * @param rest what followed the verb
     */
    Turn handle(Session session, String rest);
  }

  /**
   * What has to follow a verb, so that free text beginning with the same word is not taken for it.
   */
  sealed interface Takes {
    /** Whether these words fit. */
    boolean fits(String rest);

    /** Nothing follows. */
    record Nothing() implements Takes {
      @Override
      public boolean fits(String rest) {
        return rest.isEmpty();
      }
    }

    /**
     * Some words follow, or nothing; then the coach asks for them.
     *
     * @param not words that show that the verb only begins a sentence: "thanks to their delay …"
     */
    record Words(Set<String> not) implements Takes {
      /** Copies the set. */
      public Words {
        not = Set.copyOf(not);
      }

      @Override
      public boolean fits(String rest) {
        return !not.contains(first(rest).toLowerCase(Locale.ROOT));
      }
    }

    /** One word follows, whichever. */
    record OneWord() implements Takes {
      @Override
      public boolean fits(String rest) {
        return !rest.isEmpty() && rest.chars().noneMatch(Character::isWhitespace);
      }
    }

    /** What follows names something the person waits for, or a partner. */
    record Meant() implements Takes {
      /** A sentence that begins with the verb is longer. */
      private static final int LONGEST = 100;

      @Override
      public boolean fits(String rest) {
        int colon = rest.indexOf(':');
        return (colon < 0 ? rest.length() : colon) <= LONGEST;
      }
    }

    /** An id follows, as a button says it. */
    record Id() implements Takes {
      @Override
      public boolean fits(String rest) {
        return Which.isId(rest);
      }
    }

    /** One word follows, or nothing. */
    record AtMostOneWord() implements Takes {
      @Override
      public boolean fits(String rest) {
        return rest.chars().noneMatch(Character::isWhitespace);
      }
    }

    /** Something of this shape follows. */
    record Shape(String pattern) implements Takes {
      @Override
      public boolean fits(String rest) {
        return rest.matches(pattern);
      }
    }

    /** One of these words follows, and nothing else. */
    record OneOf(Set<String> words) implements Takes {
      /** Copies the set. */
      public OneOf {
        words = Set.copyOf(words);
      }

      @Override
      public boolean fits(String rest) {
        return words.contains(rest.toLowerCase(Locale.ROOT));
      }
    }
  }

  /** The words after the verb if the text is this command. */
  Optional<String> matches(String text) {
    String first = first(text);
    if (!first.equalsIgnoreCase(verb) && !first.equalsIgnoreCase(verb + ":")) {
      return Optional.empty();
    }
    String rest = text.substring(first.length()).strip();
    return takes.fits(rest) ? Optional.of(rest) : Optional.empty();
  }

  /**
   * Whether the words name something of this person's. "When is it too late to ask for a discount?"
   * begins with a verb and is a situation all the same.
   */
  boolean isMeant(String rest, Memory memory) {
    return !(takes instanceof Takes.Meant)
        || rest.isBlank()
        || isShort(rest)
        || new Which(memory).knows(rest);
  }

  /** "chase the logo" is a command also if there is no logo; "asked for 10% off" is none. */
  private static boolean isShort(String rest) {
    return !GOES_ON.contains(first(rest).toLowerCase(Locale.ROOT))
        && rest.split("\\s+").length <= MOST_WORDS;
  }

  /** Whether the text is the verb alone, with or without a sign behind it. */
  boolean isVerb(String text) {
    return text.length() <= verb.length() + MOST_SIGNS
        && text.replaceFirst("\\W+$", "").equalsIgnoreCase(verb);
  }

  private static String first(String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }
}
