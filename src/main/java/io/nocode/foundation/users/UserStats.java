package io.nocode.foundation.users;

import java.util.Map;

/** How many people there are; the month is that of the calendar in UTC. */
public record UserStats(
        long totalUsers,
        long activeUsers,
        long organizationsCount,
        long newUsersThisMonth,
        Map<String, Long> usersByCountry,
        Map<String, Long> usersByLanguage) {
    UserStats with(Map<String, Long> byCountry, Map<String, Long> byLanguage) {
        return new UserStats(totalUsers, activeUsers, organizationsCount, newUsersThisMonth, byCountry, byLanguage);
    }
}
