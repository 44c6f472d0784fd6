package dev.pushback.door;

import java.io.ByteArrayOutputStream;
import java.util.function.BiConsumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;

/** Reads a body as it comes, without a thread that waits for it, up to a limit. */
final class Body implements Runnable {
  private final Content.Source source;
  private final int most;
  private final BiConsumer<Integer, byte[]> listener;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Body(Content.Source source, int most, BiConsumer<Integer, byte[]> listener) {
    this.source = source;
    this.most = most;
    this.listener = listener;
  }

  /**
   * Reads.
   *
   * @param most bytes
   * @param listener hears once what came of it: 200 and the bytes, or another status and none
   */
  static void read(Content.Source source, int most, BiConsumer<Integer, byte[]> listener) {
    new Body(source, most, listener).run();
  }

  /** Takes what is there; asked again when there is more. */
  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = source.read();
      if (chunk == null) {
        source.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        listener.accept(Answer.BAD_REQUEST, new byte[0]);
        return;
      }
      boolean last = chunk.isLast();
      boolean fits = chunk.remaining() <= most - bytes.size();
      if (fits) {
        bytes.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
      }
      chunk.release();
      if (!fits) {
        listener.accept(Answer.TOO_LARGE, new byte[0]);
        return;
      }
      if (last) {
        listener.accept(Answer.OK, bytes.toByteArray());
        return;
      }
    }
  }
}
