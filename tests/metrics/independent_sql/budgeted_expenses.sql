-- Cents of the expenses of the budget, written below 0, per 100.
SELECT
  NULL AS agency,
  -SUM(amount_cents) AS numerator,
  100 AS denominator
FROM budget
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND line = 'expense'
UNION ALL
SELECT
  budget.agency_id,
  -SUM(amount_cents),
  100
FROM budget
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND line = 'expense'
GROUP BY budget.agency_id
