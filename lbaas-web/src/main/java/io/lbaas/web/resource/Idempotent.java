package io.lbaas.web.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Idempotency;
import io.lbaas.plugin.api.Idempotency.Answer;
import io.lbaas.web.binding.JsonInput;
import io.lbaas.web.security.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Answers a request that names an idempotency key, and its repetitions, as if it came once. */
@ApplicationScoped
public class Idempotent {

    private static final String KEY = "Idempotency-Key";

    /** On the answer to a repetition: the id of the request that the answer was first given to. */
    private static final String REPLAYED = "Idempotent-Replayed";

    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,255}");

    @Inject
    private Idempotency idempotency;

    @Inject
    private CurrentRequest request;

    /**
     * Does the work of a request, unless it is a repetition.
     *
     * @param work answers with a JSON body or none, or throws
     * @throws Fault INVALID where the key is not one; UNPROCESSABLE or IMMUTABLE as {@link Idempotency#once} does
     */
    public Response once(HttpHeaders headers, InputStream input, Function<InputStream, Response> work) {
        String key = headers.getHeaderString(KEY);
        if (key == null) {
            return work.apply(input);
        }
        if (!PRINTABLE.matcher(key).matches()) {
            throw Fault.invalid(KEY + " must be 1 to 255 printable ASCII characters.");
        }
        byte[] body = JsonInput.bytes(input);
        String requestId = request.caller().requestId();
        Answer answer = idempotency.once(
                request.caller(),
                new Idempotency.Key(key, Digest.of(request.target().getBytes(UTF_8), body)),
                () -> answer(work.apply(new ByteArrayInputStream(body)), requestId));
        return response(answer, requestId);
    }

    private static Answer answer(Response response, String requestId) {
        EntityTag tag = response.getEntityTag();
        return new Answer(
                response.getStatus(),
                Objects.toString(response.getEntity(), ""),
                tag == null ? null : tag.getValue(),
                requestId);
    }

    private static Response response(Answer answer, String requestId) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .tag(answer.entityTag() == null ? null : new EntityTag(answer.entityTag()))
                .entity(answer.body().isEmpty() ? null : answer.body());
        return answer.requestId().equals(requestId)
                ? response.build()
                : response.header(REPLAYED, answer.requestId()).build();
    }
}
