package dev.pushback.web;

import java.io.IOException;
import okhttp3.Call;
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
                    Okio.buffer(new Limited(body.source(), chain.call())),
                    body.contentType(),
                    body.contentLength()))
            .build();
  }

  private static final class Limited extends ForwardingSource {
    private final Call call;
    private long left = MOST;

    Limited(Source source, Call call) {
      super(source);
      this.call = call;
    }

    @Override
    public long read(Buffer sink, long most) throws IOException {
      long got = super.read(sink, Math.min(most, left + 1));
      left -= Math.max(got, 0);
      if (left < 0) {
        // Otherwise the library would go on reading for a while, to use the connection again.
        call.cancel();
        throw new IOException("too long");
      }
      return got;
    }
  }
}
