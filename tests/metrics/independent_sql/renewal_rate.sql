-- Renewed over due, among multi-year markets whose term falls in the period.
SELECT
  NULL AS agency,
  SUM(CASE WHEN market.renewed IS TRUE THEN 1 ELSE 0 END) AS numerator,
  COUNT(*) AS denominator
FROM market
WHERE market.retired_by IS NULL AND market.kind = 'multi_year'
  AND market.term_on >= :start AND market.term_on < :stop
UNION ALL
SELECT
  market.agency_id,
  SUM(CASE WHEN market.renewed IS TRUE THEN 1 ELSE 0 END),
  COUNT(*)
FROM market
WHERE market.retired_by IS NULL AND market.kind = 'multi_year'
  AND market.term_on >= :start AND market.term_on < :stop
GROUP BY market.agency_id
