-- One row is one candidate before one jury.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
UNION ALL
SELECT
  exam.agency_id,
  COUNT(*),
  1
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
GROUP BY exam.agency_id
