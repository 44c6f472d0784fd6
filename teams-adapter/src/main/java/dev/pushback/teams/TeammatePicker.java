package dev.pushback.teams;

import dev.pushback.card.Block;
import dev.pushback.card.CardLimits;
import dev.pushback.chat.Reply;
import dev.pushback.people.Person;
import dev.pushback.store.Store;
import java.util.List;
import java.util.Set;

/**
 * Offers colleagues in a form: those of the same organisation who have talked with the coach. Teams
 * gives a bot no list of all who work there; whoever is missing can be typed.
 */
record TeammatePicker(Store store) {
  private static final int MOST = 50;

  /** Whom the fields of a reply may offer; nobody is looked for if it has none for a colleague. */
  List<Block.Option> choices(Person who, Reply reply) {
    return asks(reply)
        ? store.with(who, memory -> memory.teammates(Set.of()).pickable(MOST)).entrySet().stream()
            .map(one -> new Block.Option(shortened(one.getValue()), one.getKey()))
            .toList()
        : List.of();
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
