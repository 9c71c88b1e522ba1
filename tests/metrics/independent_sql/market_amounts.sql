-- Cents a year, per 100, of the markets and agreements open on the last day of the period.
SELECT
  NULL AS agency,
  SUM(annual_cents) AS numerator,
  100 AS denominator
FROM market
WHERE retired_by IS NULL AND valid_from < :stop AND (valid_to IS NULL OR valid_to >= :stop)
  AND kind <> 'seasonal'
UNION ALL
SELECT
  market.agency_id,
  SUM(annual_cents),
  100
FROM market
WHERE retired_by IS NULL AND valid_from < :stop AND (valid_to IS NULL OR valid_to >= :stop)
  AND kind <> 'seasonal'
GROUP BY market.agency_id
