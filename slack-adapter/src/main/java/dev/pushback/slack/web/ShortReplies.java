package dev.pushback.slack.web;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** Reads no more than a megabyte of any reply, as it is once unpacked. */
final class ShortReplies implements Interceptor {
  private static final long MOST = 1 << 20;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    return body == null
        ? response
        : response
            .newBuilder()
            .body(
                ResponseBody.create(
                    Okio.buffer(new Limited(body.source())),
                    body.contentType(),
                    body.contentLength()))
            .build();
  }

  private static final class Limited extends ForwardingSource {
    private long left = MOST;

    Limited(Source source) {
      super(source);
    }

    @Override
    public long read(Buffer sink, long most) throws IOException {
      long got = super.read(sink, Math.min(most, left + 1));
      left -= Math.max(got, 0);
      if (left < 0) {
        throw new IOException("too long");
      }
      return got;
    }
  }
}
