package dev.pushback.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The file that is uploaded to Teams to have the app there: the manifest with the bot's own id, and
 * the icons, all at the root of a zip.
 */
public final class AppPackage {
  /** What stands in the manifest instead of an id, and is nobody's. */
  static final String PLACEHOLDER = "00000000-0000-0000-0000-000000000000";

  private static final String MANIFEST = "manifest.json";
  private static final List<String> ICONS = List.of("color.png", "outline.png");

  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

  /** The same for every package, so that the same app makes the same file. */
  private static final LocalDateTime PACKED = LocalDateTime.of(2026, 1, 1, 0, 0);

  private AppPackage() {}

  /**
   * Writes the package. What the file held before is lost.
   *
   * @param file where to; its folder has to be there
   * @param appId the id the bot is registered with, a guid
   * @throws IllegalArgumentException if the id is none; the message is meant for people, and
   *     doesn't repeat what was given
   * @throws IOException if the file can't be written; the message is meant for people
   */
  public static void write(Path file, String appId) throws IOException {
    byte[] packed = packed(id(appId));
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    if (Files.isDirectory(file)) {
      throw new IOException(
          file + " is a folder. Name a file in it, such as " + file.resolve("pushback-teams.zip"));
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException("There's no folder " + folder + " to write the app package into.");
    }
    try {
      Files.write(file, packed);
    } catch (FileSystemException e) {
      throw new IOException(
          "The app package can't be written to "
              + file
              + ": "
              + Optional.ofNullable(e.getReason()).orElse("writing there isn't allowed"),
          e);
    }
  }

  /** As Microsoft writes it. */
  private static String id(String given) {
    String id = given.strip().toLowerCase(Locale.ROOT);
    if (id.isEmpty()) {
      throw new IllegalArgumentException(
          "TEAMS_APP_ID isn't set. Load the settings first, or set it to the Microsoft App ID of the"
              + " bot's registration in Azure.");
    }
    if (!GUID.matcher(id).matches() || id.equals(PLACEHOLDER)) {
      throw new IllegalArgumentException(
          "TEAMS_APP_ID isn't an app's id. It's the one your bot is registered with at Azure, and"
              + " looks like 1b4e28ba-2fa1-41d2-883f-0016d3cca427.");
    }
    return id;
  }

  private static byte[] packed(String id) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      String manifest = new String(part(MANIFEST), UTF_8).replace(PLACEHOLDER, id);
      put(zip, MANIFEST, manifest.getBytes(UTF_8));
      for (String icon : ICONS) {
        put(zip, icon, part(icon));
      }
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(PACKED);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] part(String name) throws IOException {
    try (InputStream in = AppPackage.class.getResourceAsStream("app/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      return in.readAllBytes();
    }
  }
}
