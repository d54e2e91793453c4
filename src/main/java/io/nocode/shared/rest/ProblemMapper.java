package io.nocode.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Fault;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.FileNotFoundException;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns whatever a resource throws into the answer that the conventions promise. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Problem problem = problem(thrown);
        Response.ResponseBuilder answer = Response.status(problem.reason().status())
                .type(Answers.mediaType())
                .entity(Answers.body(problem));
        if (problem.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Answers.seconds(problem));
        }
        if (problem.reason().status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getHeaderString("Allow") != null) {
            answer.header("Allow", web.getResponse().getHeaderString("Allow"));
        }
        return answer.build();
    }

    /** What a thrown thing means for the client. */
    static Problem problem(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return malformed(json);
            }
        }
        return DatabaseFault.in(thrown)
                .map(fault -> DatabaseProblems.of(fault, thrown))
                .orElseGet(() -> DatabaseProblems.isNoConnection(thrown)
                        ? CommonProblem.DATABASE_UNAVAILABLE.because().retryAfter(Duration.ofSeconds(2))
                        : other(thrown));
    }

    private static Problem other(Throwable thrown) {
        if (thrown instanceof ServletException && thrown.getCause() instanceof FileNotFoundException) {
            // What Open Liberty says of an address that is no file.
            return CommonProblem.NOT_FOUND.because();
        }
        if (thrown instanceof WebApplicationException web) {
            switch (web.getResponse().getStatus()) {
                case 404:
                    return CommonProblem.NOT_FOUND.because();
                case 405:
                    return CommonProblem.METHOD_NOT_ALLOWED.because();
                case 406:
                    return CommonProblem.NOT_ACCEPTABLE.because();
                case 415:
                    return CommonProblem.UNSUPPORTED_MEDIA_TYPE.because();
                case 413:
                    return CommonProblem.TOO_LARGE.because("");
                case 400:
                    return CommonProblem.INVALID.because();
                default:
                    break;
            }
        }
        return internal(thrown);
    }

    static Problem internal(Throwable thrown) {
        RequestContext request = RequestContext.orNull();
        LOG.log(Level.SEVERE, thrown, () -> "Request " + (request == null ? "?" : request.id()) + " failed.");
        return CommonProblem.INTERNAL.because();
    }

    private static Problem malformed(JsonProcessingException json) {
        if (json instanceof StreamConstraintsException) {
            return CommonProblem.MALFORMED_JSON.with(Map.of("body", new Fault("field.json_limits", Json.MAX_DEPTH)));
        }
        var where = json.getLocation();
        return CommonProblem.MALFORMED_JSON.with(Map.of(
                "body",
                new Fault(
                        "field.malformed_json",
                        where == null ? 0 : where.getLineNr(),
                        where == null ? 0 : where.getColumnNr())));
    }
}
