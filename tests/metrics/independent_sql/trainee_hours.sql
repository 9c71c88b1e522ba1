-- Minutes followed by everyone, in hours.
SELECT
  NULL AS agency,
  SUM(attendance.trainee_minutes) AS numerator,
  60 AS denominator
FROM attendance
WHERE attendance.retired_by IS NULL AND attendance.day >= :start AND attendance.day < :stop
UNION ALL
SELECT
  attendance.agency_id,
  SUM(attendance.trainee_minutes),
  60
FROM attendance
WHERE attendance.retired_by IS NULL AND attendance.day >= :start AND attendance.day < :stop
GROUP BY attendance.agency_id
