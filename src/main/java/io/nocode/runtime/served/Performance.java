package io.nocode.runtime.served;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was measured of an application's requests in the last day: those to its pages, and its end users' to the API.
 *
 * @param since when the first of them was
 * @param lastMinute the last minute in which there were any
 * @param refusals answers that blame the request (4xx)
 * @param failures answers that blame the server (5xx)
 * @param errorRatePercent the failures among the requests
 * @param measuredMinutes minutes in which anybody asked: only of these it is known how the application was
 * @param availabilityPercent those of them in which nothing failed
 */
public record Performance(
        Instant since,
        Instant lastMinute,
        long requests,
        long refusals,
        long failures,
        BigDecimal averageMs,
        BigDecimal slowestMs,
        BigDecimal errorRatePercent,
        long measuredMinutes,
        BigDecimal availabilityPercent) {}
