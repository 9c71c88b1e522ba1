-- Everyone who begins an action, but apprentices.
SELECT
  NULL AS agency,
  SUM(attendance.learners) AS numerator,
  1 AS denominator
FROM attendance
WHERE attendance.retired_by IS NULL AND attendance.day >= :start AND attendance.day < :stop
  AND attendance.trainee <> 'apprentice'
UNION ALL
SELECT
  attendance.agency_id,
  SUM(attendance.learners),
  1
FROM attendance
WHERE attendance.retired_by IS NULL AND attendance.day >= :start AND attendance.day < :stop
  AND attendance.trainee <> 'apprentice'
GROUP BY attendance.agency_id
