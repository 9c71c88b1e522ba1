-- Half the sum of the two middle delays; they are one and the same when the answers are odd in number.
WITH answered AS (
  SELECT agency_id, delay_days FROM funder_order
  WHERE retired_by IS NULL AND day >= :start AND day < :stop AND answered_on IS NOT NULL
), among_all AS (
  SELECT delay_days, ROW_NUMBER() OVER (ORDER BY delay_days) AS place, COUNT(*) OVER () AS whole FROM answered
), among_own AS (
  SELECT
    agency_id,
    delay_days,
    ROW_NUMBER() OVER (PARTITION BY agency_id ORDER BY delay_days) AS place,
    COUNT(*) OVER (PARTITION BY agency_id) AS whole
  FROM answered
)
SELECT NULL AS agency, MIN(delay_days) + MAX(delay_days) AS numerator, 2 AS denominator
FROM among_all
WHERE place IN ((whole + 1) / 2, whole / 2 + 1)
GROUP BY whole
UNION ALL
SELECT agency_id, MIN(delay_days) + MAX(delay_days), 2
FROM among_own
WHERE place IN ((whole + 1) / 2, whole / 2 + 1)
GROUP BY agency_id
