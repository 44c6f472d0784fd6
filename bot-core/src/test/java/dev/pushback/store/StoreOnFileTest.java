package dev.pushback.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class StoreOnFileTest extends StoreContract {
  @TempDir Path folder = Path.of("");

  @Override
  DatabaseUrl database() {
    return DatabaseUrl.of(folder.resolve("pushback.db").toString());
  }
}
