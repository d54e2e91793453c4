package io.nocode.shared.files;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as an answer: whole, or the one range of bytes that was asked for (RFC 9110, section 14).
 *
 * @param sha256 of the bytes; its tag
 * @param disposition what {@code Content-Disposition} says
 */
public record Download(String contentType, long size, String sha256, String disposition) {
    /** Sends a part of it. */
    @FunctionalInterface
    public interface Bytes {
        void send(ByteRange range, OutputStream out) throws IOException;
    }

    /**
     * The answer.
     *
     * @throws io.nocode.shared.problem.Problem RANGE_NOT_SATISFIABLE
     */
    public Response answer(Request request, @Nullable String range, @Nullable String ifRange, Bytes bytes) {
        EntityTag tag = new EntityTag(sha256);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        boolean same = ifRange == null || ifRange.strip().equals('"' + sha256 + '"');
        Optional<ByteRange> part = same ? ByteRange.parse(range, size) : Optional.empty();
        ByteRange sent = part.orElse(ByteRange.whole(size));
        StreamingOutput body = out -> bytes.send(sent, out);
        Response.ResponseBuilder answer = Response.status(part.isPresent() ? 206 : 200)
                .entity(body)
                .type(contentType)
                .tag(tag)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_LENGTH, sent.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition);
        part.ifPresent(one -> answer.header("Content-Range", one.contentRange(size)));
        return answer.build();
    }
}
