-- Calendar days away, on so many lines of stops.
SELECT NULL AS agency, SUM(days) AS numerator, 1 AS denominator, COUNT(*) AS base
FROM absence
WHERE retired_by IS NULL AND day >= :start AND day < :stop
