-- Answers to the questionnaires.
SELECT
  NULL AS agency,
  SUM(satisfaction.answers) AS numerator,
  1 AS denominator
FROM satisfaction
WHERE satisfaction.retired_by IS NULL AND satisfaction.day >= :start AND satisfaction.day < :stop
UNION ALL
SELECT
  satisfaction.agency_id,
  SUM(satisfaction.answers),
  1
FROM satisfaction
WHERE satisfaction.retired_by IS NULL AND satisfaction.day >= :start AND satisfaction.day < :stop
GROUP BY satisfaction.agency_id
