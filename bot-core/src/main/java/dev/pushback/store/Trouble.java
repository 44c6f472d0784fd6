package dev.pushback.store;

import java.util.List;

/**
 * Something that the operator may have to look at. No names, and nothing that people wrote.
 *
 * @param platform whose it is
 * @param personId opaque
 * @param id of the follow-up or the nudge
 * @param what parked (a follow-up that can't be brought up), failed (a nudge that was refused for
 *     good) or unknown (one that may have arrived)
 * @param why a word, and after a colon the platform's own; may be empty
 */
public record Trouble(String platform, String personId, String id, String what, String why) {
  static List<Trouble> latest(Database database, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select p.tenant_id, p.id as person, t.id, t.what, t.why from (select * from"
                        + " (select tenant_id, user_id, id, state as what, code as why from nudge"
                        + " where state in ('unknown', 'failed') order by made_at desc limit :most)"
                        + " as n union all select * from (select tenant_id, user_id, id, state as"
                        + " what, why_parked as why from follow_up where state = 'parked' limit"
                        + " :most) as f) as t join person p on p.tenant_id = t.tenant_id and"
                        + " p.user_id = t.user_id")
                .bind("most", most)
                .map(
                    (row, ctx) ->
                        new Trouble(
                            row.getString("tenant_id").replaceFirst(":.*", ""),
                            row.getString("person"),
                            row.getString("id"),
                            row.getString("what"),
                            row.getString("why")))
                .list());
  }
}
