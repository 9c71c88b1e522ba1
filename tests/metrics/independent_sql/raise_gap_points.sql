-- The better of two readings of the gap of the rates of raises.
WITH pay AS (
  SELECT
    women + men AS people,
    women,
    men,
    CASE WHEN women >= 3 AND men >= 3 THEN 1 ELSE 0 END AS retained,
    1000000 * (men_mean_cents - women_mean_cents) / men_mean_cents AS gap
  FROM pay_group
  WHERE retired_by IS NULL
    AND day = (SELECT MAX(day) FROM pay_group WHERE retired_by IS NULL AND day >= :start AND day < :stop)
),
counted AS (
  SELECT
    (SELECT SUM(women) FROM pay) AS women,
    (SELECT SUM(men) FROM pay) AS men,
    MAX(CASE WHEN item = 'raised' THEN women END) AS women_raised,
    MAX(CASE WHEN item = 'raised' THEN men END) AS men_raised,
    MAX(CASE WHEN item = 'returns' THEN women END) AS returns,
    MAX(CASE WHEN item = 'returns_raised' THEN women END) AS returns_raised,
    MAX(CASE WHEN item = 'top_ten' AND women < men THEN women WHEN item = 'top_ten' THEN men END) AS fewer
  FROM equality_count
  WHERE retired_by IS NULL
    AND day = (SELECT MAX(day) FROM equality_count WHERE retired_by IS NULL AND day >= :start AND day < :stop)
  HAVING COUNT(*) > 0
),
rates AS (  -- the gap of rates in tenths of a percent and in tenths of a person, half-up
  SELECT
    (2000 * ABS(men_raised * women - women_raised * men) + women * men) / (2 * women * men) AS tenths,
    (20 * ABS(men_raised * women - women_raised * men) * CASE WHEN women < men THEN women ELSE men END + women * men)
      / (2 * women * men) AS people
  FROM counted
)
SELECT NULL AS agency, CASE WHEN tenths <= 20 OR people <= 20 THEN 35 WHEN tenths <= 50 OR people <= 50 THEN 25
    WHEN tenths <= 100 OR people <= 100 THEN 15 ELSE 0 END AS numerator, 1 AS denominator
FROM rates
