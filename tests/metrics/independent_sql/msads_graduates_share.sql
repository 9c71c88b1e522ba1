-- Graduates of MSADS over graduates of every title.
SELECT
  NULL AS agency,
  SUM(CASE WHEN exam.programme_id = 'MSADS' THEN 1 ELSE 0 END) AS numerator,
  COUNT(*) AS denominator
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
  AND exam.result = 'passed'
UNION ALL
SELECT
  exam.agency_id,
  SUM(CASE WHEN exam.programme_id = 'MSADS' THEN 1 ELSE 0 END),
  COUNT(*)
FROM exam
WHERE exam.retired_by IS NULL AND exam.day >= :start AND exam.day < :stop
  AND exam.result = 'passed'
GROUP BY exam.agency_id
