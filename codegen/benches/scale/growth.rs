//! How a cost grows with a size.

/// The power of the size to which costs grow: the slope of the line through their logarithms that fits best.
pub(crate) fn exponent(points: &[(f64, f64)]) -> Option<f64> {
    if points.len() < 2 {
        return None;
    }
    let logarithms: Vec<(f64, f64)> = points.iter().map(|(size, cost)| (size.ln(), cost.ln())).collect();
    let count = f64::from(u32::try_from(points.len()).ok()?);
    let mean = |of: fn(&(f64, f64)) -> f64| logarithms.iter().map(of).sum::<f64>() / count;
    let (middle_size, middle_cost) = (mean(|(size, _)| *size), mean(|(_, cost)| *cost));
    let common: f64 = logarithms.iter().map(|(size, cost)| (size - middle_size) * (cost - middle_cost)).sum();
    let spread: f64 = logarithms.iter().map(|(size, _)| (size - middle_size).powi(2)).sum();
    Some(common / spread)
}
