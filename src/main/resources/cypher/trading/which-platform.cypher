// reads: which platform a trade belongs to, one map as PlatformChoice; $category, $subject, $amount (fen), $on (or null), $now; scans TradingThreshold, of which there are some dozens
WITH coalesce($on, date($now)) AS day
CALL (day) {
    OPTIONAL MATCH (limit:TradingThreshold {kind: 'PLATFORM_SPLIT'})
    WHERE coalesce(limit.category = $category, true) AND coalesce(limit.subject = $subject, true)
        AND coalesce(limit.validFrom <= day, true) AND coalesce(limit.validTo >= day, true)
    WITH limit
    ORDER BY limit.category IS NULL, limit.subject IS NULL, limit.validFrom DESC, limit.id
    LIMIT 1
    RETURN limit AS split
}
CALL (day) {
    OPTIONAL MATCH (limit:TradingThreshold {kind: 'MANDATORY_TENDER'})
    WHERE coalesce(limit.category = $category, true) AND coalesce(limit.subject = $subject, true)
        AND coalesce(limit.validFrom <= day, true) AND coalesce(limit.validTo >= day, true)
    WITH limit
    ORDER BY limit.category IS NULL, limit.subject IS NULL, limit.validFrom DESC, limit.id
    LIMIT 1
    RETURN limit AS duty
}
WITH split, duty,
    CASE WHEN split IS NOT NULL AND coalesce($amount >= split.min, true) AND coalesce($amount < split.max, true)
        THEN 'TOWN' ELSE 'DISTRICT' END AS tier,
    duty IS NOT NULL AND coalesce($amount >= duty.min, true) AND coalesce($amount < duty.max, true) AS mandatory
RETURN {
    tier: tier,
    threshold: split,
    mandatory: mandatory,
    mandatoryThreshold: duty,
    platforms: COLLECT {
        MATCH (platform:TradingPlatform)
        WHERE platform.tier = tier AND platform.licensed
        RETURN platform
        ORDER BY platform.code
        LIMIT 50
    }
} AS value
