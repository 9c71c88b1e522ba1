-- Minutes followed by employees of the association, apprentices included, in hours.
SELECT
  NULL AS agency,
  SUM(attendance.trainee_minutes) AS numerator,
  60 AS denominator
FROM attendance
WHERE attendance.retired_by IS NULL AND attendance.day >= :start AND attendance.day < :stop
  AND attendance.employer = 'own'
UNION ALL
SELECT
  attendance.agency_id,
  SUM(attendance.trainee_minutes),
  60
FROM attendance
WHERE attendance.retired_by IS NULL AND attendance.day >= :start AND attendance.day < :stop
  AND attendance.employer = 'own'
GROUP BY attendance.agency_id
