//! What changes in a sorted list when a few of its entries go and others come: worked out without
//! sorting or comparing what stays, so that a decision costs little in a calendar of any size.

/// Entries that go and come.
#[derive(Debug)]
pub(super) struct Splice<T> {
    /// The places that go, in their order.
    gone: Vec<usize>,
    /// What comes, and before which place; in its order.
    come: Vec<(usize, T)>,
}

impl<T: Clone> Splice<T> {
    /// What goes from a list that is sorted by a key, and what comes into it. No two entries have one
    /// key, and all that goes is there.
    pub fn of<K: Ord>(old: &[T], gone: &[T], mut come: Vec<T>, key: impl Fn(&T) -> K) -> Self {
        let place = |one: &T| {
            let own = key(one);
            old.partition_point(|other| key(other) < own)
        };
        let mut gone: Vec<usize> = gone.iter().map(place).collect();
        gone.sort_unstable();
        come.sort_by_key(&key);
        let come = come.into_iter().map(|one| (place(&one), one)).collect();
        Self { gone, come }
    }

    /// The list as it is then.
    pub fn applied_to(&self, old: &[T]) -> Vec<T> {
        let mut new = Vec::with_capacity(old.len() + self.come.len());
        let mut gone = self.gone.iter().copied().peekable();
        let mut from = 0;
        let ends = self.come.iter().map(|(place, one)| (*place, Some(one)));
        for (until, one) in ends.chain([(old.len(), None)]) {
            while let Some(skipped) = gone.next_if(|place| *place < until) {
                new.extend_from_slice(&old[from..skipped]);
                from = skipped + 1;
            }
            new.extend_from_slice(&old[from..until]);
            from = until;
            new.extend(one.cloned());
        }
        new
    }

    /// Where entries stand then that stood at some places, in their order; those that go are left out.
    pub fn shifted(&self, places: &[u32]) -> Vec<u32> {
        let (mut come, mut gone) = (0, 0);
        let place_of = |place: &u32| {
            let old = *place as usize;
            while self
                .come
                .get(come)
                .is_some_and(|(before, _)| *before <= old)
            {
                come += 1;
            }
            while self.gone.get(gone).is_some_and(|other| *other < old) {
                gone += 1;
            }
            let stays = self.gone.get(gone) != Some(&old);
            stays.then(|| (old + come - gone) as u32)
        };
        places.iter().filter_map(place_of).collect()
    }

    /// What comes, and where it stands then.
    pub fn come(&self) -> impl Iterator<Item = (u32, &T)> {
        let mut gone = 0;
        self.come
            .iter()
            .enumerate()
            .map(move |(before, (place, one))| {
                while self.gone.get(gone).is_some_and(|other| other < place) {
                    gone += 1;
                }
                ((place + before - gone) as u32, one)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::btree_set;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_comes_out_as_if_it_were_sorted_anew(
            old in btree_set(0..200_u32, 0..60),
            touched in btree_set(0..200_u32, 0..30),
        ) {
            let gone: Vec<u32> = old.intersection(&touched).copied().collect();
            let come: Vec<u32> = touched.difference(&old).copied().collect();
            let old: Vec<u32> = old.into_iter().collect();
            let splice = Splice::of(&old, &gone, come.clone(), |one| *one);
            let mut expected: Vec<u32> = old.iter().copied().filter(|one| !gone.contains(one)).collect();
            expected.extend(&come);
            expected.sort_unstable();
            let new = splice.applied_to(&old);
            prop_assert_eq!(&new, &expected);
            let places: Vec<u32> = (0..old.len() as u32).collect();
            let stayed: Vec<u32> = splice.shifted(&places).iter().map(|at| new[*at as usize]).collect();
            let expected: Vec<u32> = old.iter().copied().filter(|one| !gone.contains(one)).collect();
            prop_assert_eq!(stayed, expected);
            for (place, one) in splice.come() {
                prop_assert_eq!(new[place as usize], *one);
            }
        }
    }
}
