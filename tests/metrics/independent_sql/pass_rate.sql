-- Whole titles over candidates before a jury.
SELECT
  NULL AS agency,
  SUM(CASE WHEN exam.result = 'passed' THEN 1 ELSE 0 END) AS numerator,
  COUNT(*) AS denominator
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
UNION ALL
SELECT
  exam.agency_id,
  SUM(CASE WHEN exam.result = 'passed' THEN 1 ELSE 0 END),
  COUNT(*)
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
GROUP BY exam.agency_id
