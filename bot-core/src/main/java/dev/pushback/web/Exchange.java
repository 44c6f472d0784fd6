package dev.pushback.web;

import java.util.Optional;

/** What came of one request. */
public sealed interface Exchange {
  /** There is an answer; its body is empty if it broke off and its status says enough. */
  record Answered(int status, Optional<String> retryAfter, String body) implements Exchange {
    /** Not the body. */
    @Override
    public String toString() {
      return "Answered[" + status + "]";
    }
  }

  /** Not a byte of the request left. */
  record NotSent(String code) implements Exchange {}

  /** It left, at least in part; there is no answer, or a part of one. */
  record Lost(String code) implements Exchange {}
}
