package dev.pushback.web;

import java.io.IOException;
import java.net.HttpURLConnection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps from the library what would make it send a request again: a 503 that says "Retry-After: 0",
 * which it obeys whatever else it is told.
 */
final class NoSecondTry implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.code() == HttpURLConnection.HTTP_UNAVAILABLE
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }
}
