package dev.pushback.store;

class StoreOnPostgresTest extends StoreContract {
  @Override
  DatabaseUrl database() {
    return TestPostgres.fresh();
  }
}
