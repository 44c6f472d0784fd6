package dev.pushback.load;

import java.util.List;

/**
 * What people bring to the coach; none of it stands among the examples that it has learned from.
 */
public final class Situations {
  private static final List<String> ALL =
      List.of(
          "the reseller wants 35 points of margin, we can give 20",
          "our integration partner has moved the API freeze to March and we ship in January",
          "Northwind says the joint webinar only happens if we pay for all of it",
          "they keep asking for our full customer list before they sign anything",
          "the agency wants 12 weeks for a landing page, we need it in 4",
          "Keystone wants exclusivity in DACH for three years",
          "the distributor says net 90 or no deal, our finance won't go past 45",
          "they promised two engineers and now it is half of one",
          "the co-sell rep at Meridian hasn't answered since the tenth",
          "legal at the partner sent back 40 redlines the night before launch",
          "they want to put their logo above ours on the shared case study",
          "the vendor raised the price by 18% a week before renewal",
          "our partner manager wants another discovery call, it would be the fifth",
          "they say the sandbox will be ready when it is ready",
          "Rivera wants a referral fee on deals we found ourselves",
          "the systems integrator wants us to certify 30 of their people for free",
          "they'd like our roadmap in writing with dates we have not committed to",
          "the marketplace team says the listing review takes ten weeks, we announced for May",
          "the partner's CMO wants a $40k sponsorship and our budget is $15k",
          "they asked for source code escrow and a 99.99 uptime promise",
          "the publisher insists on weekly status calls with our whole team",
          "they signed off the copy and now want a complete rewrite by tomorrow",
          "Tallis wants to white label us and hide our name",
          "the logistics partner can do 500 units a month, we need 900",
          "they want a kill fee of half the budget if we cancel",
          "our contact says the CFO has frozen all pilots until the next quarter",
          "they told a shared customer that the delay is our fault",
          "the platform partner wants us to drop the other connector first",
          "they offer beta access only if we give a press quote today",
          "the consultancy wants to be paid for the proposal itself");

  private Situations() {}

  /** One of them; those that follow each other differ, also when everybody has spoken once. */
  public static String of(int turn, int people) {
    return ALL.get((turn + turn / people) % ALL.size());
  }
}
