package dev.pushback.partner;

import java.time.LocalDate;
import java.util.List;

/**
 * The account with one partner, seen from one item that somebody may want to ask for. It holds what
 * happened and nothing of what anybody feels about it: a {@link Feeling} can't get in (T-092).
 *
 * @param concessions what was got and given
 * @param asks the days on which they were asked for something, whatever it was
 * @param roundsWithoutNews how often they were asked for this item with nothing new to tell them
 * @param newItem whether they haven't been asked for this item yet
 * @param expected whether this item is usual in that trade
 * @param thanks how many thank-yous were sent
 * @param promptPayment whether we pay on time
 * @param repeatBusiness whether we came back as a customer
 * @param finalNo whether they gave a clear final no on this item
 * @param hardLimit whether they named a hard limit on this item
 */
public record Ledger(
    List<Concession> concessions,
    List<LocalDate> asks,
    int roundsWithoutNews,
    boolean newItem,
    boolean expected,
    int thanks,
    boolean promptPayment,
    boolean repeatBusiness,
    boolean finalNo,
    boolean hardLimit) {
  /** Nothing has happened yet. */
  public static final Ledger EMPTY =
      new Ledger(List.of(), List.of(), 0, true, false, 0, false, false, false, false);

  /** Copies, and checks the counts. */
  public Ledger {
    concessions = List.copyOf(concessions);
    asks = List.copyOf(asks);
    if (roundsWithoutNews < 0 || thanks < 0) {
      throw new IllegalArgumentException("a count is never below zero");
    }
    if (newItem && (roundsWithoutNews > 0 || finalNo || hardLimit)) {
      throw new IllegalArgumentException("an item they have answered on is not new");
    }
  }

  /** What was got, or given, in the order of the account. */
  List<Concession> all(Concession.Direction direction) {
    return concessions.stream().filter(one -> one.direction() == direction).toList();
  }
}
