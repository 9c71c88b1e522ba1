-- The one or two people in the middle, over twelve months. On the last month-end of the period.
WITH present AS (
  SELECT agency_id, seniority_months
  FROM staff
  WHERE retired_by IS NULL
    AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
),
ranked AS (
  SELECT
    agency_id,
    seniority_months,
    ROW_NUMBER() OVER (ORDER BY seniority_months) AS overall,
    COUNT(*) OVER () AS everyone,
    ROW_NUMBER() OVER (PARTITION BY agency_id ORDER BY seniority_months) AS local,
    COUNT(*) OVER (PARTITION BY agency_id) AS people
  FROM present
)
SELECT NULL AS agency, SUM(seniority_months) AS numerator, 12 * COUNT(*) AS denominator, MAX(everyone) AS base
FROM ranked
WHERE 2 * overall BETWEEN everyone AND everyone + 2
UNION ALL
SELECT agency_id, SUM(seniority_months), 12 * COUNT(*), MAX(people)
FROM ranked
WHERE 2 * local BETWEEN people AND people + 2
GROUP BY agency_id
