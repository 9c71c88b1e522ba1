-- Cents a year to renew, over those of the same markets and of the ones that run on the last day.
WITH due AS (
  SELECT id FROM market
  WHERE term_on >= :start AND term_on < :stop AND (renewed IS NULL OR renewed IS FALSE)
), portfolio AS (
  SELECT agency_id, annual_cents, CASE WHEN id IN (SELECT id FROM due) THEN annual_cents ELSE 0 END AS due_cents
  FROM market
  WHERE retired_by IS NULL AND kind <> 'seasonal' AND (
    id IN (SELECT id FROM due)
    OR (valid_from < :stop AND (valid_to IS NULL OR valid_to >= :stop))
  )
)
SELECT NULL AS agency, SUM(due_cents) AS numerator, SUM(annual_cents) AS denominator
FROM portfolio
UNION ALL
SELECT agency_id, SUM(due_cents), SUM(annual_cents)
FROM portfolio
GROUP BY agency_id
