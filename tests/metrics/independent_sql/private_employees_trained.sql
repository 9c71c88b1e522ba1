-- Employees of private employers, those of the association among them; apprentices are another type.
SELECT
  NULL AS agency,
  SUM(attendance.learners) AS numerator,
  1 AS denominator
FROM attendance
WHERE attendance.retired_by IS NULL AND attendance.day >= :start AND attendance.day < :stop
  AND attendance.trainee = 'private_employee'
UNION ALL
SELECT
  attendance.agency_id,
  SUM(attendance.learners),
  1
FROM attendance
WHERE attendance.retired_by IS NULL AND attendance.day >= :start AND attendance.day < :stop
  AND attendance.trainee = 'private_employee'
GROUP BY attendance.agency_id
