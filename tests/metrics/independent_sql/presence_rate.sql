-- Minutes done over minutes planned.
SELECT NULL AS agency, SUM(done_minutes) AS numerator, SUM(planned_minutes) AS denominator
FROM field_hours
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT agency_id, SUM(done_minutes), SUM(planned_minutes)
FROM field_hours
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY agency_id
