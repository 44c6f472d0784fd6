package dev.pushback.store;

class StoreInMemoryTest extends StoreContract {
  @Override
  DatabaseUrl database() {
    return new DatabaseUrl.InMemory();
  }
}
