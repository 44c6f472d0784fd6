package dev.pushback.store;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.followup.Contact;
import dev.pushback.followup.FollowUp;
import dev.pushback.partner.Case;
import dev.pushback.partner.Concession;
import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import dev.pushback.people.Profile;
import dev.pushback.playbook.Rung;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two people with the same ids everywhere. Whatever one of them does, through any method that there
 * is, the other's rows stay as they are to the byte, and nothing of theirs comes out. A method that
 * is added later is called by itself; a new kind of argument needs a sample here. Only teammates
 * reach each other, on purpose; that is tested with sharing.
 */
class TenantsTest {
  private static final Person ADA = new Person("slack:T1", "U1");
  private static final InstantSource CLOCK = InstantSource.fixed(StoreContract.NOON);
  private static final InstantSource LATER =
      InstantSource.fixed(StoreContract.NOON.plusSeconds(99));
  private static final AtomicInteger FILES = new AtomicInteger();
  private static final String HERS = "only the other's";

  /** What to call methods with; the ids exist for both. */
  private static final Map<Type, List<Object>> SAMPLES =
      Map.ofEntries(
          entry(String.class, List.of("p1", "c1", "f1", "k1", "n1", "none", "' or 1=1 --")),
          entry(int.class, List.of(50)),
          entry(long.class, List.of(1L)),
          entry(boolean.class, List.of(true)),
          entry(Instant.class, List.of(StoreContract.NOON)),
          entry(LocalDate.class, List.of(LocalDate.of(2026, 3, 10))),
          entry(Optional.class, List.of(Optional.empty(), Optional.of("c1"))),
          entry(List.class, List.of(List.of(), List.of("f1"))),
          entry(Profile.class, List.of(Profile.UNKNOWN)),
          entry(Case.class, List.of(StoreContract.aCase("c1"), StoreContract.aCase("c2"))),
          entry(NudgeEntry.class, List.of(nudge("n1"), nudge("n2"), nudge("n3"))),
          entry(BiConsumer.class, List.of((BiConsumer<String, RuntimeException>) (id, why) -> {})),
          entry(NudgeEntry.State.class, List.of((Object[]) NudgeEntry.State.values())));

  @TempDir static Path folder = Path.of("");

  private static NudgeEntry nudge(String id) {
    return NudgeEntry.fresh(id, NudgeEntry.Kind.SHARED, StoreContract.NOON)
        .begun(StoreContract.NOON, StoreContract.NOON);
  }

  private static Optional<List<Object>> samples(Type type) {
    if (type.getTypeName().equals("java.util.Optional<java.time.Instant>")) {
      return Optional.of(List.of(Optional.empty(), Optional.of(StoreContract.NOON)));
    }
    if (type.getTypeName().equals("java.util.Set<java.lang.String>")) {
      return Optional.of(List.of(Set.of("harsh", "no-ask"), Set.of()));
    }
    if (type instanceof ParameterizedType generic) {
      return samples(generic.getRawType());
    }
    if (type == Partner.class) {
      return Optional.of(List.of(Partner.named("p1", "changed", "client")));
    }
    if (type == Concessions.Entry.class) {
      return Optional.of(
          List.of(
              new Concessions.Entry(
                  "k1",
                  "p1",
                  new Concession(
                      Concession.Direction.GAVE,
                      "changed",
                      "speed",
                      Concession.Size.UNKNOWN,
                      Concession.Weight.SPECIAL,
                      Concession.Cost.HIGH,
                      LocalDate.of(2026, 3, 9),
                      Optional.empty()))));
    }
    if (type == FollowUp.class) {
      FollowUp one = StoreContract.followUp("f1", "p1");
      return Optional.of(
          List.of(
              one.contacted(
                  new Contact(StoreContract.NOON, "portal", Rung.TAKE_THE_WORK),
                  Rung.CHANGE_CHANNEL),
              one.ended(FollowUp.State.DONE, StoreContract.NOON)));
    }
    return Optional.ofNullable(SAMPLES.get(type));
  }

  record Setting(Store store, Person other) {
    @Override
    public String toString() {
      return store.database() + ", the other being " + other;
    }
  }

  static Stream<Setting> settings() {
    return Stream.of(
            new Person("slack:T2", "U1"),
            new Person("slack:T1", "U2"),
            new Person("U1", "slack:T1"))
        .flatMap(
            other ->
                Stream.of(
                        new DatabaseUrl.File(folder.resolve(FILES.incrementAndGet() + ".db")),
                        TestPostgres.fresh())
                    .map(url -> new Setting(TestStores.open(url, CLOCK), other)));
  }

  private static void fill(Store store, Person person, String words) {
    store.with(
        person,
        memory -> {
          memory.partners().keep(Partner.named("p1", words, "vendor"));
          memory.cases().keep(StoreContract.aCase("c1"));
          memory.followUps().keep(StoreContract.followUp("f1", "p1"));
          memory.people().talkAbout(Optional.of("c1"));
          return true;
        });
    TestRows.addConcession(store, person, "p1", words);
    TestRows.addNudges(store, person, words);
    store.conversations().save(TestRows.conversation(person));
  }

  /** All rows of a person as they are stored. */
  private static String rows(Store store, Person person) {
    return store
        .database()
        .read(
            handle -> {
              List<String> all = new ArrayList<>();
              for (Table table : Table.ALL) {
                all.add(
                    table.name()
                        + handle
                            .createQuery(
                                "select * from "
                                    + table.name()
                                    + " where tenant_id = :tenant and user_id = :user order by "
                                    + String.join(", ", table.fullKey()))
                            .bind("tenant", person.tenant())
                            .bind("user", person.user())
                            .mapToMap()
                            .list());
              }
              return String.join("\n", all);
            });
  }

  /** Everything public that what {@link Memory} hands out can do. */
  private static List<Method> methods() {
    return Stream.of(Memory.class.getDeclaredMethods())
        .filter(method -> isPublic(method) && method.getParameterCount() == 0)
        .map(Method::getReturnType)
        .filter(type -> type.getPackage() == Memory.class.getPackage())
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(TenantsTest::isPublic)
        .toList();
  }

  private static boolean isPublic(Method method) {
    return Modifier.isPublic(method.getModifiers()) && !method.isSynthetic();
  }

  private static List<List<Object>> arguments(Method method) {
    List<List<Object>> all = List.of(List.of());
    for (Type type : method.getGenericParameterTypes()) {
      List<List<Object>> longer = new ArrayList<>();
      List<Object> samples =
          samples(type)
              .orElseThrow(
                  () -> new AssertionError("add a sample of " + type + " here, for " + method));
      for (List<Object> begun : all) {
        for (Object sample : samples) {
          longer.add(Stream.concat(begun.stream(), Stream.of(sample)).toList());
        }
      }
      all = longer;
    }
    return all;
  }

  /** All that is in it; records keep what people wrote out of their toString. */
  private static String words(Object found)
      throws IllegalAccessException, InvocationTargetException {
    if (found instanceof Optional<?> maybe) {
      return maybe.isPresent() ? words(maybe.get()) : "";
    }
    StringBuilder all = new StringBuilder();
    if (found instanceof Iterable<?> many) {
      for (Object one : many) {
        all.append(words(one));
      }
    } else if (found instanceof Record) {
      for (RecordComponent part : found.getClass().getRecordComponents()) {
        all.append(words(part.getAccessor().invoke(found))).append(' ');
      }
    } else {
      all.append(found);
    }
    return all.toString();
  }

  @Test
  void theCheckSeesWhatIsInRecords() throws IllegalAccessException, InvocationTargetException {
    assertThat(words(List.of(Optional.of(Partner.named("p1", HERS, "vendor"))))).contains(HERS);
  }

  private static Object call(Memory memory, Method method, List<Object> arguments) {
    try {
      Object repository =
          Stream.of(Memory.class.getDeclaredMethods())
              .filter(one -> isPublic(one) && one.getReturnType() == method.getDeclaringClass())
              .findFirst()
              .orElseThrow()
              .invoke(memory);
      return words(method.invoke(repository, arguments.toArray()));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void whateverOneDoesTheOthersRowsStayAsTheyAre(Setting setting) {
    try (Store filling = setting.store()) {
      fill(filling, ADA, "mine");
      fill(filling, setting.other(), HERS);
      Store store = new Store(filling.database(), Vault.open(), TestStores.ids(), LATER);
      String before = rows(store, setting.other());
      assertThat(before).contains(HERS);
      int calls = 0;

      for (Method method : methods()) {
        for (List<Object> arguments : arguments(method)) {
          String what = method + " with " + arguments;
          try {
            assertThat(store.<Object>with(ADA, memory -> call(memory, method, arguments)))
                .as(what)
                .asString()
                .doesNotContain(HERS);
          } catch (StoreException | IllegalArgumentException refused) {
            assertThat(refused).as(what).hasMessageNotContaining(HERS);
          }
          assertThat(rows(store, setting.other())).as(what).isEqualTo(before);
          calls++;
        }
      }
      assertThat(calls).isGreaterThan(25);

      assertThat(store.export(ADA)).doesNotContain(HERS);
      assertThat(store.forget(ADA).isComplete()).isTrue();
      assertThat(rows(store, ADA)).doesNotContain("U1");
      assertThat(rows(store, setting.other())).isEqualTo(before);
    }
  }
}
