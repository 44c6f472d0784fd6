package dev.pushback.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions asked all the time are answered by an index, so that they cost what is due. */
class PlansTest {
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "which alarms are due",
          "select * from scheduled_tasks where picked = false and execution_time <= 1 and task_name"
              + " = 'nudge-slack' order by execution_time limit 9",
          "which alarms are dead",
          "select * from scheduled_tasks where picked = true and last_heartbeat <= 1 order by"
              + " last_heartbeat asc",
          "which follow-ups are due",
          "select id from follow_up where next_nudge_at < 1 and state = 'open'",
          "how much is late",
          "select count(*), min(at) from (select f.next_nudge_at as at from follow_up f where"
              + " f.next_nudge_at <= 1 and f.state = 'open' and not exists (select 1 from nudge n"
              + " where n.tenant_id = f.tenant_id and n.user_id = f.user_id and n.kind ="
              + " 'reminder' and n.state in ('pending', 'sending')) union all select due_at as at"
              + " from nudge where due_at <= 1 and state in ('pending', 'sending')) as late",
          "which nudges are due",
          "select id from nudge where due_at < 1 and state in ('pending', 'sending')",
          "a person's nudges under way",
          "select * from nudge where tenant_id = 't' and user_id = 'u' and state in ('pending',"
              + " 'sending')",
          "a person's nudges of today",
          "select * from nudge where tenant_id = 't' and user_id = 'u' and sending_since >= 1",
          "who a person is",
          "select * from person where id = 'x'",
          "which events are old",
          "select event_key from seen_event where at < 1 order by at limit 9",
          "who can be written to",
          "select user_id from conversation where tenant_id = 't' and blocked_at is null order by"
              + " user_id");

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"SQLite", "PostgreSQL"})
  void anIndexAnswers(String on) {
    DatabaseUrl url =
        on.equals("SQLite")
            ? DatabaseUrl.of(folder.resolve("plans.db").toString())
            : TestPostgres.fresh();
    try (Store store = TestStores.open(url, InstantSource.fixed(StoreContract.NOON))) {
      boolean postgres = store.database().isPostgres();
      QUESTIONS.forEach(
          (name, sql) -> {
            List<String> plan =
                store
                    .database()
                    .write(
                        handle -> {
                          if (postgres) {
                            // The tables are empty, and reading nothing is cheapest of all.
                            handle.execute("set local enable_seqscan = off");
                          }
                          return handle
                              .createQuery((postgres ? "explain " : "explain query plan ") + sql)
                              .map((row, ctx) -> row.getString(postgres ? 1 : 4))
                              .list();
                        });
            assertThat(plan.stream().collect(Collectors.joining("; ")))
                .as("%s, on %s", name, on)
                .containsPattern(
                    postgres ? "(Index|Bitmap Index)( Only)? Scan" : "USING (COVERING )?INDEX")
                .doesNotContain("Seq Scan");
          });
    }
  }
}
