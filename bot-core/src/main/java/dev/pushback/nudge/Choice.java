package dev.pushback.nudge;

import dev.pushback.card.Card;
import dev.pushback.followup.FollowUp;
import dev.pushback.people.Profile;
import dev.pushback.store.Memory;
import dev.pushback.store.NudgeEntry;
import dev.pushback.store.NudgeEntry.Kind;
import dev.pushback.store.NudgeEntry.State;
import dev.pushback.store.Nudges.Begun;
import dev.pushback.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Chooses what to do for one person now, within one transaction, and writes down that it begins.
 *
 * <p>At most three messages a day: Gmail kept to that with its nudges, and people complain about
 * more. Everything that is due goes into one reminder. One of the three is never taken by what
 * others share.
 */
final class Choice {
  static final int MESSAGES_A_DAY = 3;
  static final int SHARED_A_DAY = 2;

  /** More than anybody waits for; all of it is one message, so that its number is the true one. */
  private static final int MOST = 500;

  private final Memory memory;
  private final NudgeRules rules;
  private final Optional<Instant> restoredAt;
  private final Duration patience;
  private final Duration wait;
  private final LongSupplier ticker;
  private final Instant now;
  private final Profile profile;
  private final ZoneId zone;

  /**
   * @param wait so long after its time this person is reminded
   */
  Choice(
      Memory memory,
      NudgeRules rules,
      Optional<Instant> restoredAt,
      Duration wait,
      Duration patience,
      LongSupplier ticker) {
    this.restoredAt = restoredAt;
    this.memory = memory;
    this.rules = rules;
    this.wait = wait;
    this.patience = patience;
    this.ticker = ticker;
    this.now = memory.now();
    this.profile = memory.people().profile();
    this.zone = profile.zone().orElse(rules.zone());
  }

  Todo choose() {
    List<NudgeEntry> live = memory.nudges().live();
    for (NudgeEntry entry : live) {
      if (entry.state() == State.SENDING && isDue(entry)) {
        return new Todo.Ask(
            entry,
            new Sought(entry.id(), memory.person(), entry.sendingSince().orElse(entry.madeAt())));
      }
    }
    Optional<NudgeEntry> reminder =
        live.stream().filter(one -> one.kind() == Kind.REMINDER).findFirst();
    if (reminder.isEmpty() || (isPending(reminder.get()) && isDue(reminder.get()))) {
      Optional<Todo> todo = remind(reminder);
      if (todo.isPresent()) {
        return todo.get();
      }
    }
    for (NudgeEntry entry : live) {
      if (entry.kind() == Kind.SHARED && isPending(entry) && isDue(entry)) {
        Optional<Todo> todo = share(entry);
        if (todo.isPresent()) {
          return todo.get();
        }
      }
    }
    return wait.isZero() || reminder.isPresent() ? new Todo.Nothing() : later(live);
  }

  /** When the first thing is due, the reminders a little after their time. */
  private Todo later(List<NudgeEntry> live) {
    return Stream.concat(
            memory.followUps().nextDue().map(at -> at.plus(wait)).stream(),
            live.stream().map(NudgeEntry::dueAt))
        .filter(at -> at.isAfter(now))
        .min(Comparator.naturalOrder())
        .<Todo>map(Todo.Later::new)
        .orElseGet(Todo.Nothing::new);
  }

  private boolean isDue(NudgeEntry entry) {
    return !entry.dueAt().isAfter(now);
  }

  private static boolean isPending(NudgeEntry entry) {
    return entry.state() == State.PENDING;
  }

  private Optional<Todo> remind(Optional<NudgeEntry> pending) {
    List<FollowUp> due = withoutThoseOfAnOlderLife(readable());
    Optional<Instant> quiet = due.isEmpty() ? Optional.empty() : quietUntil();
    if (quiet.isPresent()) {
      due.forEach(one -> memory.followUps().putOff(one.id(), quiet.get()));
      due = List.of();
    } else if (!due.isEmpty()) {
      due = withoutThoseOfToday(due);
    }
    Optional<Composed> composed = due.isEmpty() ? Optional.empty() : compose(due);
    if (composed.isEmpty()) {
      pending.ifPresent(
          entry -> memory.nudges().end(entry, State.SKIPPED, entry.code(), Optional.empty()));
      return Optional.empty();
    }
    NudgeEntry entry =
        pending.orElseGet(() -> NudgeEntry.fresh(memory.newId(), Kind.REMINDER, now));
    return Optional.of(begin(entry, composed.get().card(), composed.get().about()));
  }

  /**
   * What is due. A row that can't be read is parked so that it doesn't stop the others; if none
   * can, it is more likely that the key is missing than that all are broken, and nothing is parked.
   */
  private List<FollowUp> readable() {
    Map<String, RuntimeException> unreadable = new LinkedHashMap<>();
    List<FollowUp> due = memory.followUps().due(now.minus(wait), MOST, unreadable::put);
    if (due.isEmpty()) {
      unreadable.values().stream()
          .filter(StoreException.class::isInstance)
          .findFirst()
          .ifPresent(
              error -> {
                throw error;
              });
    }
    unreadable.forEach((id, error) -> memory.followUps().park(id, Parked.unreadable(error)));
    return due;
  }

  /**
   * What was due before the database was restored may have been brought up after the backup was
   * made, under an id that is forgotten. It isn't again, and the person is told of the doubt.
   */
  private List<FollowUp> withoutThoseOfAnOlderLife(List<FollowUp> due) {
    List<FollowUp> older =
        due.stream()
            .filter(
                one ->
                    restoredAt
                        .filter(restored -> one.nextNudgeAt().filter(restored::isAfter).isPresent())
                        .isPresent())
            .toList();
    if (older.isEmpty()) {
      return due;
    }
    memory
        .nudges()
        .begin(
            NudgeEntry.fresh(memory.newId(), Kind.REMINDER, now).begun(now, now).asUnknown(),
            older.stream().map(FollowUp::id).toList());
    Function<FollowUp, Optional<Instant>> next = rules.next().apply(memory);
    older.forEach(one -> memory.followUps().broughtUp(one.id(), now, nextOf(one, next), false));
    return due.stream().filter(one -> !older.contains(one)).toList();
  }

  private Optional<Instant> nextOf(FollowUp one, Function<FollowUp, Optional<Instant>> next) {
    try {
      return next.apply(one);
    } catch (RuntimeException e) {
      memory.followUps().park(one.id(), Parked.unwordable(e));
      return Optional.empty();
    }
  }

  private Optional<Instant> quietUntil() {
    return Optional.of(rules.allowed().apply(profile, now)).filter(at -> at.isAfter(now));
  }

  /** The morning of the next day on which the person may be disturbed. */
  private Instant nextMorning() {
    Instant midnight = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    return rules.allowed().apply(profile, midnight);
  }

  private List<Begun> today() {
    return memory.nudges().since(now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant());
  }

  private List<FollowUp> withoutThoseOfToday(List<FollowUp> due) {
    List<Begun> today = today();
    boolean enough = messages(today) >= MESSAGES_A_DAY;
    List<FollowUp> rest = new ArrayList<>();
    for (FollowUp one : due) {
      if (enough || wasAtALaterTimeOfToday(one, today)) {
        memory.followUps().putOff(one.id(), nextMorning());
      } else {
        rest.add(one);
      }
    }
    return rest;
  }

  private static long messages(List<Begun> today) {
    return today.stream().map(Begun::id).distinct().count();
  }

  /** When the clock is turned back, the same time of the same day comes twice. */
  private boolean wasAtALaterTimeOfToday(FollowUp one, List<Begun> today) {
    LocalDateTime clock = LocalDateTime.ofInstant(now, zone);
    return today.stream()
        .filter(begun -> begun.followUpId().filter(one.id()::equals).isPresent())
        .anyMatch(begun -> !clock.isAfter(LocalDateTime.ofInstant(begun.at(), zone)));
  }

  private record Composed(Card card, List<Todo.Item> about) {}

  /** Whatever can't be worded is parked, so that it doesn't stop the others. */
  private Optional<Composed> compose(List<FollowUp> due) {
    List<FollowUp> good = new ArrayList<>();
    List<Todo.Item> about = new ArrayList<>();
    Function<FollowUp, Optional<Instant>> next = rules.next().apply(memory);
    for (FollowUp one : due) {
      try {
        about.add(new Todo.Item(one.id(), next.apply(one)));
        good.add(one);
      } catch (RuntimeException e) {
        memory.followUps().park(one.id(), Parked.unwordable(e));
      }
    }
    if (good.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Composed(rules.reminder().apply(memory, Digest.of(good)), about));
    } catch (RuntimeException e) {
      return composeWithoutTheCulprit(good, e);
    }
  }

  private Optional<Composed> composeWithoutTheCulprit(List<FollowUp> due, RuntimeException why) {
    List<FollowUp> fine = new ArrayList<>();
    for (FollowUp one : due) {
      try {
        Card unused = rules.reminder().apply(memory, Digest.of(List.of(one)));
        fine.add(one);
      } catch (RuntimeException e) {
        memory.followUps().park(one.id(), Parked.unwordable(e));
      }
    }
    if (fine.size() == due.size()) {
      // Each alone is fine, all together are not: then one at a time.
      if (fine.size() == 1) {
        throw why;
      }
      fine = fine.subList(0, 1);
    }
    return fine.isEmpty() ? Optional.empty() : compose(fine);
  }

  private Optional<Todo> share(NudgeEntry entry) {
    if (restoredAt.filter(entry.dueAt()::isBefore).isPresent()) {
      // As with reminders: it may have been sent after the backup was made.
      memory.nudges().end(entry, State.UNKNOWN, "restored", Optional.empty());
      return Optional.empty();
    }
    List<Begun> today = today();
    boolean enough =
        messages(today) >= MESSAGES_A_DAY
            || messages(today.stream().filter(one -> one.kind() == Kind.SHARED).toList())
                >= SHARED_A_DAY;
    Optional<Instant> later = enough ? Optional.of(nextMorning()) : quietUntil();
    if (later.isPresent()) {
      memory.nudges().putOff(entry, State.PENDING, entry.code(), later.get());
      return Optional.empty();
    }
    if (!memory.people().wantShares()) {
      // They changed their mind while it was on its way.
      memory.nudges().end(entry, State.SKIPPED, "unwanted", Optional.empty());
      return Optional.empty();
    }
    Card card;
    try {
      card =
          rules
              .shared()
              .apply(
                  memory,
                  new SharedNote(
                      entry.id(),
                      entry.sender().flatMap(memory.teammates(Set.of())::sender),
                      entry.body()));
    } catch (RuntimeException e) {
      memory.nudges().end(entry, State.FAILED, Parked.unwordable(e), Optional.empty());
      return Optional.empty();
    }
    return Optional.of(begin(entry, card, List.of()));
  }

  private Nudge nudge(NudgeEntry entry, Card card) {
    return new Nudge(entry.id(), memory.person(), card, entry.kind() == NudgeEntry.Kind.SHARED);
  }

  private Todo begin(NudgeEntry entry, Card card, List<Todo.Item> about) {
    NudgeEntry begun = entry.begun(now, now.plus(patience));
    memory.nudges().begin(begun, about.stream().map(Todo.Item::followUpId).toList());
    return new Todo.Send(begun, nudge(entry, card), about, ticker.getAsLong());
  }
}
