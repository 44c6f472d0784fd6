package dev.pushback.coach;

import dev.pushback.people.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The conversations that are going on, by person; the longest untouched is forgotten first. */
final class Conversations {
  private static final int MOST = 10_000;

  private final Map<Person, Conversation> byPerson =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Person, Conversation> eldest) {
          return size() > MOST;
        }
      };

  /** Goes on with a person's conversation; one turn at a time. */
  synchronized Turn goOn(Person person, Function<Conversation, Turn> turn) {
    Turn done = turn.apply(byPerson.getOrDefault(person, Conversation.EMPTY));
    byPerson.put(person, done.next());
    return done;
  }
}
