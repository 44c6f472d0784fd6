package dev.pushback.playbook;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * When it is polite to ask again: the table of waits and all that changes them. From waits.yaml.
 *
 * @param defaults the table, in the order of the file
 * @param channels what a channel does to the time of asking
 * @param attachment how much longer an answer takes when there is something to read first
 * @param twoSigners how much longer when two people must sign
 * @param backAtDesk how long somebody who was away is left in peace
 * @param deadline how much of the wait is left when a real deadline presses
 * @param within how far the waits of one partner lie apart, as a share of the table's spread
 * @param levelWeight as how many answers the table counts when the usual wait is estimated
 * @param spreadWeight the same for how far waits lie apart
 * @param shapeWeight how many answers it takes until a partner's own history counts half
 * @param settled below so many asks no estimate leaves the bounds
 * @param least the lower bound, as a share of the table's wait
 * @param most the upper bound, as a multiple of the table's wait
 * @param silence how many mean waits make a silence
 * @param weekends days off that are not Saturday and Sunday, by country
 * @param sentences what is said to the person, by name
 */
public record WaitingRules(
    List<WaitingDefault> defaults,
    Map<ContactChannel, ChannelFactor> channels,
    double attachment,
    double twoSigners,
    Wait backAtDesk,
    double deadline,
    double within,
    double levelWeight,
    double spreadWeight,
    double shapeWeight,
    int settled,
    double least,
    double most,
    double silence,
    Map<String, Set<DayOfWeek>> weekends,
    Map<String, String> sentences) {
  private static final Set<DayOfWeek> USUAL_WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /**
   * What a channel does to the time of asking.
   *
   * @param factor by which it is multiplied
   * @param atLeast never sooner than this
   */
  public record ChannelFactor(double factor, Wait atLeast) {
    /** Checks the factor. */
    public ChannelFactor {
      if (!(factor > 0 && factor <= 10)) {
        throw new IllegalArgumentException("'factor' must be above 0 and at most 10");
      }
    }
  }

  /** Copies, and checks that no channel is missing. */
  public WaitingRules {
    defaults = List.copyOf(defaults);
    channels = Map.copyOf(new EnumMap<>(channels));
    weekends = Map.copyOf(weekends);
    sentences = Map.copyOf(sentences);
    for (ContactChannel channel : ContactChannel.values()) {
      if (!channels.containsKey(channel)) {
        throw new IllegalArgumentException("'" + channel.id() + "' is missing");
      }
    }
  }

  /** The row for a kind of partner and a thing; empty when no row is about the kind. */
  public Optional<WaitingDefault> find(String kind, String item) {
    WaitingDefault best = null;
    int most = -1;
    for (WaitingDefault one : defaults) {
      int fits = one.kinds().contains(kind) ? one.fits(item) : -1;
      if (fits > most) {
        best = one;
        most = fits;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The row with this id, if there is one. */
  public Optional<WaitingDefault> byId(String id) {
    return defaults.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** What the channel does. */
  public ChannelFactor channel(ContactChannel channel) {
    return Objects.requireNonNull(channels.get(channel));
  }

  /** The days off of a country, by its ISO 3166 code. */
  public Set<DayOfWeek> weekend(String country) {
    return weekends.getOrDefault(country, USUAL_WEEKEND);
  }

  /** What is said, by name. */
  public String sentence(String name) {
    return Objects.requireNonNull(sentences.get(name), () -> "no sentence " + name);
  }
}
