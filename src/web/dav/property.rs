//! The properties that resources have, by name. Their values are in `shown`.

use super::xml::{APPLE, CALDAV, CALENDAR_SERVER, DAV, Name};

/// A property that some resource has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Property {
    /// RFC 4918, section 15.
    ResourceType,
    DisplayName,
    GetContentLength,
    GetContentType,
    GetEtag,
    GetLastModified,
    /// RFC 3253, section 3.1.5.
    SupportedReportSet,
    /// RFC 3744, sections 4 and 5.
    Owner,
    CurrentUserPrivilegeSet,
    PrincipalCollectionSet,
    PrincipalUrl,
    AlternateUriSet,
    GroupMembership,
    /// RFC 5397, section 3.
    CurrentUserPrincipal,
    /// RFC 6578, section 4.
    SyncToken,
    /// RFC 4791, sections 5.2 and 6.2.
    CalendarHomeSet,
    CalendarDescription,
    SupportedComponents,
    SupportedData,
    SupportedCollations,
    MaxResourceSize,
    /// RFC 4791, section 9.6: in reports alone.
    CalendarData,
    /// Of Apple's calendar server: changes whenever a calendar does.
    GetCtag,
    /// Of Apple's programs.
    CalendarColour,
}

impl Property {
    /// Each of them.
    pub const ALL: [Self; 24] = [
        Self::ResourceType,
        Self::DisplayName,
        Self::GetContentLength,
        Self::GetContentType,
        Self::GetEtag,
        Self::GetLastModified,
        Self::SupportedReportSet,
        Self::Owner,
        Self::CurrentUserPrivilegeSet,
        Self::PrincipalCollectionSet,
        Self::PrincipalUrl,
        Self::AlternateUriSet,
        Self::GroupMembership,
        Self::CurrentUserPrincipal,
        Self::SyncToken,
        Self::CalendarHomeSet,
        Self::CalendarDescription,
        Self::SupportedComponents,
        Self::SupportedData,
        Self::SupportedCollations,
        Self::MaxResourceSize,
        Self::CalendarData,
        Self::GetCtag,
        Self::CalendarColour,
    ];

    /// The property of a name.
    pub fn of(name: &Name) -> Option<Self> {
        Self::ALL.into_iter().find(|property| {
            let (namespace, local) = property.expanded();
            name.is(namespace, local)
        })
    }

    /// Its name with our prefix.
    pub fn name(self) -> &'static str {
        match self {
            Self::ResourceType => "D:resourcetype",
            Self::DisplayName => "D:displayname",
            Self::GetContentLength => "D:getcontentlength",
            Self::GetContentType => "D:getcontenttype",
            Self::GetEtag => "D:getetag",
            Self::GetLastModified => "D:getlastmodified",
            Self::SupportedReportSet => "D:supported-report-set",
            Self::Owner => "D:owner",
            Self::CurrentUserPrivilegeSet => "D:current-user-privilege-set",
            Self::PrincipalCollectionSet => "D:principal-collection-set",
            Self::PrincipalUrl => "D:principal-URL",
            Self::AlternateUriSet => "D:alternate-URI-set",
            Self::GroupMembership => "D:group-membership",
            Self::CurrentUserPrincipal => "D:current-user-principal",
            Self::SyncToken => "D:sync-token",
            Self::CalendarHomeSet => "C:calendar-home-set",
            Self::CalendarDescription => "C:calendar-description",
            Self::SupportedComponents => "C:supported-calendar-component-set",
            Self::SupportedData => "C:supported-calendar-data",
            Self::SupportedCollations => "C:supported-collation-set",
            Self::MaxResourceSize => "C:max-resource-size",
            Self::CalendarData => "C:calendar-data",
            Self::GetCtag => "CS:getctag",
            Self::CalendarColour => "A:calendar-color",
        }
    }

    /// Whether it is told to whoever asks for everything (RFC 4918, section 9.1): what that document
    /// defines. All else wants to be named (RFC 4791, section 5.2; RFC 3744, section 5).
    pub fn is_told_unasked(self) -> bool {
        matches!(
            self,
            Self::ResourceType
                | Self::DisplayName
                | Self::GetContentLength
                | Self::GetContentType
                | Self::GetEtag
                | Self::GetLastModified
        )
    }

    fn expanded(self) -> (&'static str, &'static str) {
        let (prefix, local) = self.name().split_once(':').unwrap_or(("D", self.name()));
        let namespace = match prefix {
            "C" => CALDAV,
            "CS" => CALENDAR_SERVER,
            "A" => APPLE,
            _ => DAV,
        };
        (namespace, local)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_property_is_found_by_its_name_and_no_other() {
        for property in Property::ALL {
            let (namespace, local) = property.expanded();
            assert_eq!(Property::of(&Name::new(namespace, local)), Some(property));
            assert_eq!(Property::of(&Name::new("urn:other", local)), None);
        }
    }
}
