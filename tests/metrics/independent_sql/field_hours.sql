-- Minutes done, per 60.
SELECT NULL AS agency, SUM(done_minutes) AS numerator, 60 AS denominator
FROM field_hours
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT agency_id, SUM(done_minutes), 60
FROM field_hours
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY agency_id
