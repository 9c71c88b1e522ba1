-- Income less budget, in euros, each dispositif over the twelve months before its own first month; those
-- that start in January end with the year. Months are counted from year 0, as their number.
WITH own AS (
  SELECT
    id,
    12 * :year + CASE contract_year_month WHEN 1 THEN 13 ELSE contract_year_month END AS after
  FROM dispositif
),
moved AS (
  SELECT
    ledger.dispositif_id,
    ledger.amount_cents AS cents,
    12 * CAST(SUBSTR(CAST(ledger.day AS VARCHAR(10)), 1, 4) AS INTEGER)
    + CAST(SUBSTR(CAST(ledger.day AS VARCHAR(10)), 6, 2) AS INTEGER) AS month
  FROM ledger JOIN account ON account.id = ledger.account_id
  WHERE ledger.retired_by IS NULL AND account.line <> 'expense'
  UNION ALL
  SELECT
    dispositif_id,
    -amount_cents,
    12 * CAST(SUBSTR(CAST(day AS VARCHAR(10)), 1, 4) AS INTEGER)
    + CAST(SUBSTR(CAST(day AS VARCHAR(10)), 6, 2) AS INTEGER)
  FROM budget
  WHERE retired_by IS NULL AND line <> 'expense'
)
SELECT own.id AS member, SUM(moved.cents) AS numerator, 100 AS denominator
FROM moved JOIN own ON own.id = moved.dispositif_id
WHERE moved.month >= own.after - 12 AND moved.month < own.after
GROUP BY own.id
