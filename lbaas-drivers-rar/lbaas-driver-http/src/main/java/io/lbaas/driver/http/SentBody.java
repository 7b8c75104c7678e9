package io.lbaas.driver.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** The body of a request, which knows whether any of it was asked for: before that the device cannot have acted. */
final class SentBody implements BodyPublisher {
    private final BodyPublisher body;
    private volatile boolean begun;

    SentBody(BodyPublisher body) {
        this.body = body;
    }

    boolean begun() {
        return begun || body.contentLength() == 0;
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        begun = true;
        body.subscribe(subscriber);
    }
}
