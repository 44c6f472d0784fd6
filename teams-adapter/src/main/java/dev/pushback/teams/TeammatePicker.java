package dev.pushback.teams;

import dev.pushback.card.Block;
import dev.pushback.card.CardLimits;
import dev.pushback.chat.Reply;
import dev.pushback.people.Person;
import dev.pushback.store.Store;
import dev.pushback.teams.web.Aside;
import dev.pushback.teams.web.Roster;
import dev.pushback.teams.web.TeamsClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Offers colleagues in a form: those of the same organisation who have talked with the coach, and
 * in a conversation of more than two those who are in it. Teams gives a bot no list of all who work
 * there; whoever is missing can be typed.
 */
record TeammatePicker(Store store, TeamsClient client) {
  private static final int MOST = 50;

  /** Whom the fields of a reply may offer; nobody is looked for if it has none for a colleague. */
  List<Block.Option> choices(Person who, Reply reply) {
    return asks(reply) ? options(known(who)) : List.of();
  }

  /** The same in a conversation of more than two. */
  List<Block.Option> choices(Aside place, Reply reply) {
    if (!asks(reply)) {
      return List.of();
    }
    Map<String, String> names = new LinkedHashMap<>(known(place.to()));
    around(place).forEach(names::putIfAbsent);
    return options(names);
  }

  /** Their names, by their ids. */
  private Map<String, String> known(Person who) {
    return store.with(who, memory -> memory.teammates(Set.of()).pickable(MOST));
  }

  private Map<String, String> around(Aside place) {
    Person who = place.to();
    Roster roster =
        client.members(who.tenant(), place.serviceUrl(), place.conversationId(), Optional.empty());
    Map<String, String> names = new LinkedHashMap<>();
    if (roster instanceof Roster.Page page) {
      page.members().stream()
          .filter(member -> member.isInsider(who.tenant()) && !member.name().isBlank())
          .forEach(
              member ->
                  member
                      .directoryId()
                      .filter(id -> !id.equals(who.user()))
                      .ifPresent(id -> names.putIfAbsent(id, member.name())));
    }
    return names;
  }

  private static List<Block.Option> options(Map<String, String> names) {
    return names.entrySet().stream()
        .limit(MOST)
        .map(one -> new Block.Option(shortened(one.getValue()), one.getKey()))
        .toList();
  }

  private static boolean asks(Reply reply) {
    return reply.card().blocks().stream()
        .filter(Block.Form.class::isInstance)
        .map(Block.Form.class::cast)
        .flatMap(form -> form.fields().stream())
        .anyMatch(field -> field.kind() instanceof Block.Kind.Teammate);
  }

  private static String shortened(String name) {
    return name.length() <= CardLimits.BUTTON
        ? name
        : name.substring(0, CardLimits.BUTTON - 1) + "…";
  }
}
