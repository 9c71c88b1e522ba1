-- Employees of the association who begin a module of a title.
SELECT
  NULL AS agency,
  SUM(attendance.learners) AS numerator,
  1 AS denominator
FROM attendance
JOIN programme ON programme.id = attendance.programme_id
WHERE attendance.retired_by IS NULL AND attendance.day >= :start AND attendance.day < :stop
  AND attendance.employer = 'own' AND attendance.trainee <> 'apprentice'
  AND programme.family = 'title_module'
UNION ALL
SELECT
  attendance.agency_id,
  SUM(attendance.learners),
  1
FROM attendance
JOIN programme ON programme.id = attendance.programme_id
WHERE attendance.retired_by IS NULL AND attendance.day >= :start AND attendance.day < :stop
  AND attendance.employer = 'own' AND attendance.trainee <> 'apprentice'
  AND programme.family = 'title_module'
GROUP BY attendance.agency_id
