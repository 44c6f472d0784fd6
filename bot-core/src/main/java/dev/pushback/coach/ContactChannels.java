package dev.pushback.coach;

import dev.pushback.playbook.ContactChannel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The channel that people mean by a word. */
final class ContactChannels {
  private static final Pattern GAP = Pattern.compile("[^a-z]+");
  private static final Map<String, ContactChannel> WORDS =
      Map.ofEntries(
          Map.entry("phone", ContactChannel.PHONE),
          Map.entry("telephone", ContactChannel.PHONE),
          Map.entry("call", ContactChannel.PHONE),
          Map.entry("ring", ContactChannel.PHONE),
          Map.entry("portal", ContactChannel.PORTAL),
          Map.entry("form", ContactChannel.PORTAL),
          Map.entry("ticket", ContactChannel.PORTAL),
          Map.entry("slack", ContactChannel.SHARED_CHANNEL),
          Map.entry("teams", ContactChannel.SHARED_CHANNEL),
          Map.entry("channel", ContactChannel.SHARED_CHANNEL),
          Map.entry("whatsapp", ContactChannel.DIRECT_MESSAGE),
          Map.entry("dm", ContactChannel.DIRECT_MESSAGE),
          Map.entry("chat", ContactChannel.DIRECT_MESSAGE),
          Map.entry("message", ContactChannel.DIRECT_MESSAGE),
          Map.entry("sms", ContactChannel.DIRECT_MESSAGE));

  private ContactChannels() {}

  /** The channel of the first of these words that names one; e-mail if none does. */
  static ContactChannel said(String words) {
    return Arrays.stream(GAP.split(words.toLowerCase(Locale.ROOT), 0))
        .map(word -> Optional.ofNullable(WORDS.get(word)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(ContactChannel.EMAIL);
  }
}
