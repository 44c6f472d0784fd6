package dev.pushback.web;

import java.io.IOException;
import java.net.HttpURLConnection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps from the library what would make it send a request again: a 503 that says "Retry-After: 0",
 * which it obeys whatever else it is told. Those who know what to do with the time find it in
 * another place.
 */
final class NoSecondTry implements Interceptor {
  /** Where the time stands that the library doesn't see. */
  static final String KEPT = "X-Pushback-Retry-After";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() != HttpURLConnection.HTTP_UNAVAILABLE) {
      return response;
    }
    String time = response.header("Retry-After", "");
    return response.newBuilder().removeHeader("Retry-After").header(KEPT, time).build();
  }
}
